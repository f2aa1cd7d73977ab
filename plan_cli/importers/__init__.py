"""From an official document in whatever form to a plan: readers, outline, notes, proposals."""
