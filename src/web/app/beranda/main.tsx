import { showPage } from '../shell/show-page.tsx';
import { Beranda } from './beranda.tsx';

showPage(<Beranda />, { kind: 'warga', purpose: 'layanan-warga' });
