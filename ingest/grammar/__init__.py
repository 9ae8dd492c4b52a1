"""One module a kind of fact: each turns a document's phrases into facts of its kind."""
