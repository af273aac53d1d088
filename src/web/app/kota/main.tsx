import './kota.css';
import './table/heat.css';
import './print.css';
import { showPage } from '../shell/show-page.tsx';
import { Kota } from './kota.tsx';
import { PURPOSE } from './purpose.ts';

showPage(<Kota />, { kind: 'kantor', purpose: PURPOSE });
