"""What the page shows, as pure pandas and numpy: filters, lanes, windows, words. Nothing here draws."""
