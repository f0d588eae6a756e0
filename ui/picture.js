// Hands the chart over as a picture: Plotly, which Streamlit has on the page, writes what it has drawn as PNG or SVG.
export default function (component) {
  const { data, parentElement } = component;
  const said = parentElement.querySelector('p');
  const onClick = async (event) => {
    const chart = document.querySelector('.st-key-' + data.chart + ' .js-plotly-plot');
    if (!chart || !window.Plotly) {
      said.textContent = 'No chart is drawn now.';
      return;
    }
    said.textContent = '';
    const { width, height } = chart.getBoundingClientRect();
    const figure = { data: chart.data, layout: { ...chart.layout, paper_bgcolor: data.paper } };
    try {
      await window.Plotly.downloadImage(figure, { format: event.currentTarget.dataset.form, filename: data.name, width, height, scale: 2 });
    } catch (error) {
      said.textContent = `No picture: ${error.message}.`;
    }
  };
  const buttons = [...parentElement.querySelectorAll('button')];
  buttons.forEach((button) => button.addEventListener('click', onClick));
  return () => buttons.forEach((button) => button.removeEventListener('click', onClick));
}
