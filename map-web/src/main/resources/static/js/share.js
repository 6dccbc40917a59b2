// Passes the text on: through the phone's own sharing where there is one, else into the clipboard.

const text = document.getElementById('text');
const button = document.getElementById('share');

async function pass() {
  if (navigator.share) {
    try {
      await navigator.share({ title: text.dataset.title, text: text.value });
      return;
    } catch (failure) {
      if (failure.name === 'AbortError') {
        return; // closed by hand
      }
    }
  }
  text.select();
  const copied = navigator.clipboard ? await navigator.clipboard.writeText(text.value).then(() => true, () => false) : document.execCommand('copy');
  document.getElementById('copied').textContent = copied ? text.dataset.copied : '';
}

button.hidden = false;
button.addEventListener('click', pass);
