"""Makes the language model in data/models: prepare, train, export, evaluate. Not needed to run the product."""
