import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Waiting } from '../../design/waiting.tsx';
import { type Format, useFormat } from '../../format/format.ts';
import { useTexts } from '../../language/texts.ts';
import { today } from '../day.ts';
import { texts as sendingTexts } from '../sending/texts.ts';
import { texts as door } from '../texts.ts';
import { type AttentionItem, type Known, listAttention } from './list-attention.ts';
import { texts } from './texts.ts';

interface AttentionProps extends Known {
  readonly isWaiting: boolean;
  /** Bills come later than the rest: their place is kept. */
  readonly isChecking: boolean;
}

/** What somebody should look at before all else. */
export function Attention({ isWaiting, isChecking, ...known }: AttentionProps) {
  const t = useTexts(texts);
  const items = listAttention(known, today());
  return (
    <section className="stack attention" aria-busy={isWaiting || isChecking}>
      <h2>{t.attention}</h2>
      {isWaiting ? (
        <Waiting lines={2} />
      ) : (
        <ul className="stack stack--tight">
          {isChecking && <li className="notice attention__item soft">{t.checkingBills}</li>}
          {items.map((item) => (
            <Item key={keyOf(item)} item={item} />
          ))}
          {items.length === 0 && !isChecking && (
            <li className="notice attention__item" data-tone="good">
              {t.nothing}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function keyOf(item: AttentionItem): string {
  if ('application' in item) return `${item.kind} ${item.application.id}`;
  return 'submission' in item ? `${item.kind} ${item.submission.id}` : item.kind;
}

function Item({ item }: { readonly item: AttentionItem }) {
  const t = useTexts(texts);
  const d = useTexts(door);
  const s = useTexts(sendingTexts);
  const format = useFormat();
  const { title, text, link } = describe(item, { t, free: d.free.toLowerCase(), s, format });
  const tone = item.kind === 'overcharged' || item.kind === 'rejected' ? 'bad' : 'warn';
  return (
    <li className="notice attention__item" data-tone={tone}>
      <div>
        <b>{title}</b>
        {text && <p className="small">{text}</p>}
      </div>
      {link}
    </li>
  );
}

interface Words {
  readonly t: (typeof texts)['id'];
  readonly s: (typeof sendingTexts)['id'];
  readonly free: string;
  readonly format: Format;
}

interface Described {
  readonly title: string;
  readonly text?: string;
  readonly link: ReactNode;
}

function describe(item: AttentionItem, { t, s, free, format }: Words): Described {
  const bills = (
    <Link href="/tagihan" className="button button--small">
      {t.howToPay}
    </Link>
  );
  switch (item.kind) {
    case 'taxLate':
      return { title: t.taxLate(format.rupiah(item.total)), link: bills };
    case 'taxSoon':
      return { title: t.taxSoon(format.rupiah(item.total), format.date(item.dueOn)), link: bills };
    case 'waterLate':
      return { title: t.waterLate(format.rupiah(item.total)), link: bills };
    case 'lateMany':
      return { title: t.lateMany(format.number(item.count)), text: t.lateText, link: link('/permohonan', t.see) };
    case 'late':
      return {
        title: t.late(item.application.service.name),
        text: t.lateText,
        link: link('/permohonan/rinci', t.see, { id: item.application.id }),
      };
    case 'overcharged': {
      const { service, opd, charged, officialFee } = item.application;
      const fee = officialFee ? format.rupiah(officialFee) : free;
      const about = { opd: opd?.code, service: service.code, amount: charged, day: item.application.submittedOn };
      return {
        title: t.overcharged(service.name),
        text: t.overchargedText(format.rupiah(charged ?? 0), fee),
        link: link('/pungli', t.report, about),
      };
    }
    default: {
      const kind = s[item.submission.kind as 'fileComplaint'] ?? item.submission.kind;
      const isRejected = item.kind === 'rejected';
      return {
        title: isRejected ? t.rejected(kind) : t.needsAttention(kind),
        text: isRejected ? (item.submission.reason ?? '') : t.needsAttentionText,
        link: link('/kiriman', t.see),
      };
    }
  }
}

function link(href: string, label: string, state?: object): ReactNode {
  return (
    <Link href={href} state={state} className="button button--small">
      {label}
    </Link>
  );
}
