import { useState } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../language/texts.ts';
import { texts } from './texts.ts';

interface ReceiptProps {
  readonly receipt: string;
  readonly onAnother: () => void;
}

/** The receipt, large, this once: it is kept nowhere, here neither. */
export function LevyReceipt({ receipt, onAnother }: ReceiptProps) {
  const t = useTexts(texts);
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(receipt).then(
      () => setSaid(t.copied),
      () => setSaid(t.copyFailed),
    );
  return (
    <div className="stack reading">
      <p className="receipt" translate="no">
        {receipt}
      </p>
      <p className="row">
        <button type="button" className="button button--main" onClick={() => void copy()}>
          {t.copy}
        </button>
        <span role="status">{said}</span>
      </p>
      <p className="notice" data-tone="warn">
        {t.keep}
      </p>
      <p className="row">
        <Link href="/pungli/ikuti">{t.followNow}</Link>
        <button type="button" className="button button--plain" onClick={onAnother}>
          {t.another}
        </button>
      </p>
    </div>
  );
}
