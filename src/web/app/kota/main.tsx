import { showPage } from '../shell/show-page.tsx';
import { Kota } from './kota.tsx';

showPage(<Kota />, { kind: 'kantor', purpose: 'pengawasan-kota' });
