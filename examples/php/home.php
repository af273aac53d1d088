<?php
// What a person sees of four agencies at once, in PHP 8 without any library. HUB_TOKEN is the person's access token.
declare(strict_types=1);

const QUERY = <<<'GRAPHQL'
    query Home {
      me {
        name
        permits { service status }
        taxBills { year total paid dueOn }
        complaints { title status }
      }
    }
    GRAPHQL;

/** Sends an operation to the hub; what comes back has data, errors, or both. */
function ask(string $query, array $variables = []): array
{
    $hub = getenv('HUB_URL') ?: 'http://localhost:4000';
    $request = [
        'method' => 'POST',
        'header' => ['content-type: application/json', 'authorization: Bearer ' . getenv('HUB_TOKEN')],
        'content' => json_encode(['query' => $query, 'variables' => (object) $variables]),
        'timeout' => 20,
        // An answer with a status of 400 or 500 is still an answer: it says what is wrong.
        'ignore_errors' => true,
    ];
    $answer = @file_get_contents("$hub/graphql", false, stream_context_create(['http' => $request]));
    if ($answer === false) {
        fwrite(STDERR, "Tidak ada hub yang menjawab di $hub\n");
        exit(1);
    }
    return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
}

$answer = ask(QUERY);
$me = $answer['data']['me'] ?? null;

foreach ($me ?? [] as $field => $value) {
    // Null with an error below means that the agency did not answer, which is not the same as having nothing.
    $count = is_array($value) ? count($value) . ' catatan' : ($value ?? 'belum diketahui');
    echo "$field: $count\n";
}
foreach ($me['taxBills'] ?? [] as $bill) {
    $total = 'Rp' . number_format((float) $bill['total'], 0, ',', '.');
    echo "  PBB {$bill['year']}: $total, " . ($bill['paid'] ? 'lunas' : "jatuh tempo {$bill['dueOn']}") . "\n";
}
foreach ($answer['errors'] ?? [] as $error) {
    echo "! {$error['extensions']['pesan']} [{$error['extensions']['code']}]\n";
}
exit($me === null ? 1 : 0);
