"""A task in chat: lists, cards, histories."""
