"""The page: the only code that imports Streamlit. View in, widgets and Plotly figures out."""
