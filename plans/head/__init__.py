"""What a plan says of itself: `letterhead` reads its number, day, issuer and title.

- Who issued it: `issuing_office`, `committee_papers`; what it is: `document_kinds`; whether it is
  another place's: `places`.
- Who steers it: `steering`; when it wants reports: `reporting`, a sentence's words
  `reporting_words`.
"""
