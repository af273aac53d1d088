import { useState } from 'react';
import { Link } from 'wouter';
import { WargaReportLevyDocument } from '../../generated/graphql.ts';
import { useSend } from '../../graph/use-graph.ts';
import { useTexts } from '../../language/texts.ts';
import { View } from '../../shell/view.tsx';
import { useOneAtATime } from '../sending/use-sending.ts';
import { LevyForm } from './levy-form.tsx';
import { LevyReceipt } from './levy-receipt.tsx';
import { texts } from './texts.ts';

/** Reports a levy; each round of it is a report of its own. */
export function ReportLevy() {
  const [round, setRound] = useState(0);
  return <Round key={round} onAnother={() => setRound(round + 1)} />;
}

function Round({ onAnother }: { readonly onAnother: () => void }) {
  const t = useTexts(texts);
  const [key] = useState(() => crypto.randomUUID());
  const { sent, isSending, problems, send } = useOneAtATime(useSend(WargaReportLevyDocument));
  const receipt = sent?.reportLevy.receipt;
  if (receipt) {
    return (
      <View title={t.doneTitle} name={t.title} lead={t.doneText}>
        <LevyReceipt receipt={receipt} onAnother={onAnother} />
      </View>
    );
  }
  return (
    <View title={t.title} name={t.title} lead={t.lead}>
      <p>
        <Link href="/pungli/ikuti">{t.followLink}</Link>
      </p>
      <LevyForm
        isSending={isSending}
        problems={problems}
        onSend={(input) => void send({ input: { ...input, idempotencyKey: key } })}
      />
    </View>
  );
}
