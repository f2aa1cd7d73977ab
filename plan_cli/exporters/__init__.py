"""One file per form: each turns a report into text or bytes and never prints."""
