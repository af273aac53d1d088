import { showPage } from '../shell/show-page.tsx';
import { Warga } from './warga.tsx';

showPage(<Warga />, { kind: 'warga', purpose: 'layanan-warga' });
