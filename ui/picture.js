// Hands the chart over as a picture: the layers that Plotly has drawn, put into one SVG; for a PNG the browser paints that.
const SPACE = 'http://www.w3.org/2000/svg';

const whole = (chart, paper) => {
  const box = chart.getBoundingClientRect();
  const width = Math.round(box.width);
  const height = Math.round(box.height);
  const picture = document.createElementNS(SPACE, 'svg');
  picture.setAttribute('xmlns', SPACE);
  picture.setAttribute('xmlns:xlink', 'http://www.w3.org/1999/xlink');
  picture.setAttribute('width', width);
  picture.setAttribute('height', height);
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.setAttribute('font-family', 'Source Sans, Source Sans Pro, sans-serif');
  const ground = document.createElementNS(SPACE, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', paper);
  picture.appendChild(ground);
  for (const layer of chart.querySelectorAll('.main-svg')) {
    const copy = layer.cloneNode(true);
    copy.removeAttribute('style');
    copy.querySelectorAll('.hoverlayer, .draglayer').forEach((part) => part.remove());
    for (const part of copy.querySelectorAll('*')) {
      // References to gradients and clips name the page's address: in a file only the mark behind it is known.
      for (const attribute of [...part.attributes]) {
        if (attribute.value.includes('url(')) {
          part.setAttribute(attribute.name, attribute.value.replace(/url\((["']?|&quot;)[^#)]*#([^"')&]+)(["']?|&quot;)\)/g, 'url(#$2)'));
        }
      }
    }
    picture.appendChild(copy);
  }
  return { text: new XMLSerializer().serializeToString(picture), width, height };
};

const hand_over = (blob, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

const painted = (picture) =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onerror = () => reject(new Error('the picture could not be painted'));
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * picture.width;
      canvas.height = 2 * picture.height;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(picture.text);
  });

export default function (component) {
  const { data, parentElement } = component;
  const said = parentElement.querySelector('p');
  const onClick = async (event) => {
    const chart = document.querySelector('.st-key-' + data.chart + ' .js-plotly-plot');
    if (!chart) {
      said.textContent = 'No chart is drawn now.';
      return;
    }
    said.textContent = '';
    try {
      const picture = whole(chart, data.paper);
      const form = event.currentTarget.dataset.form;
      const blob = form === 'svg' ? new Blob([picture.text], { type: 'image/svg+xml' }) : await painted(picture);
      hand_over(blob, `${data.name}.${form}`);
    } catch (error) {
      said.textContent = `No picture: ${error.message}.`;
    }
  };
  const buttons = [...parentElement.querySelectorAll('button')];
  buttons.forEach((button) => button.addEventListener('click', onClick));
  return () => buttons.forEach((button) => button.removeEventListener('click', onClick));
}
