// Writes an article piece by piece as text, never as markup; the word of an event is a button that says which event it is.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const box = parentElement.querySelector('.article');
  box.setAttribute('aria-label', 'The article with its events marked');
  for (const [kind, colour] of Object.entries(data.colours)) box.style.setProperty('--' + kind, colour);
  const place = box.scrollTop;
  box.replaceChildren();
  let chosen = null;
  for (const piece of data.pieces) {
    if (!piece.kind) {
      box.append(piece.text);
      continue;
    }
    const mark = document.createElement(piece.event ? 'button' : 'mark');
    mark.textContent = piece.text;
    mark.className = piece.kind;
    if (piece.event) {
      mark.type = 'button';
      mark.title = piece.title;
      mark.addEventListener('click', () => setTriggerValue('event', piece.event));
      if (piece.event === data.chosen && !chosen) {
        chosen = mark;
        mark.classList.add('chosen');
        mark.setAttribute('aria-current', 'true');
      }
    }
    box.append(mark);
  }
  box.scrollTop = chosen ? chosen.offsetTop - box.offsetTop - box.clientHeight / 3 : place;
}
