import { showPage } from '../shell/show-page.tsx';
import { Opd } from './opd.tsx';

showPage(<Opd />, { kind: 'kantor', purpose: 'pengelolaan-sistem' });
