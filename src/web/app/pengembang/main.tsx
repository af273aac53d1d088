import { showPage } from '../shell/show-page.tsx';
import { Pengembang } from './pengembang.tsx';

showPage(<Pengembang />, { kind: 'warga', purpose: 'layanan-warga' });
