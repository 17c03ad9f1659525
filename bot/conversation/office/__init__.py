"""What the standing office, heads and members do: give, correct, confirm, urge, instruct.

- A task is given: `orders` reads it (`order_agencies`, `order_times`, `order_wording`; pure),
  `assigning` holds the conversation with `order_questions` and `order_buttons`, `receipts` keeps
  who received it.
- A task is set right: `amending` by words (`correction_words`; pure), `correcting` by buttons;
  `leading` and `leading_several` say who leads, `prolonging` and `prolonging_several` give time,
  `pausing` puts off; `before` and `putting_back` take it back.
- What waits is decided: completions by `confirming`, and in words (`decision_words`; pure) by
  `confirming_words`; time by `deciding`.
- People are urged: `nudging` by agency, `urging` by name; `wanted` says who owes what,
  `which_wanted` of what the words are. A head gives tasks to officers by `naming` (`naming_words`;
  pure); `officers` finds who can be told.
- A member instructs: `instructing` reads it, `instruction_giving` keeps it and tells its leads;
  `instructed` and `agreeing` have the answers.
"""
