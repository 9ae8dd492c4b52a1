"""Articles of Vietnamese news → facts with their passages → RDF."""
