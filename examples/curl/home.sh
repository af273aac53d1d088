#!/bin/sh
# What a person sees of four agencies at once, by curl. HUB_TOKEN is the person's access token.
curl --silent --show-error "${HUB_URL:-http://localhost:4000}/graphql" \
  --header "authorization: Bearer $HUB_TOKEN" \
  --header 'content-type: application/json' \
  --data '{
    "query": "query Home { me { name permits { service status } taxBills { year total paid dueOn } complaints { title status } } }"
  }'
