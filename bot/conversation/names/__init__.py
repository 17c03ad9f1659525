"""Whom words name: the committee's `agencies`, `people`, and who stands for their agency
(`agency_of_person`)."""
