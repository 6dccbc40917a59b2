() => { // what a person on a small screen would stumble over on the page as it is now
  const found = [];
  const name = (one) => one.tagName.toLowerCase() + (one.id ? '#' + one.id : '') + ' ' + (one.innerText || one.value || '').trim().slice(0, 40);
  const root = document.documentElement;
  if (Math.max(root.scrollWidth, document.body.scrollWidth) > innerWidth) {
    found.push('to be scrolled sideways: ' + Math.max(root.scrollWidth, document.body.scrollWidth));
  }
  const clipped = (one) => getComputedStyle(one).clip.startsWith('rect(0px') || (one.parentElement !== null && clipped(one.parentElement));
  const shown = (one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && one.checkVisibility() && getComputedStyle(one).visibility === 'visible'
      && one.closest('.leaflet-container, .skip, .no, .bit, svg') === null && !clipped(one);
  };
  const scrolled = (one) => one !== null && one !== document.body
    && (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1 || scrolled(one.parentElement));
  for (const one of [...document.querySelectorAll('body *')].filter(shown)) {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolled(one)) {
      found.push('beside the screen: ' + name(one));
    }
    if (style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && one.innerText && one.scrollWidth > one.clientWidth + 1
        && !one.querySelector('.leaflet-container')) {
      found.push('cut off: ' + name(one));
    }
  }
  for (const one of [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(shown)) {
    one.scrollIntoView({ block: 'center', inline: 'center' });
    const box = one.getClientRects()[0];
    const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!there || !(one.contains(there) || one.labels && [...one.labels].some((label) => label.contains(there)))) {
      found.push('not to be reached: ' + name(one) + ' under ' + (there ? name(there) : 'nothing'));
    }
  }
  scrollTo(0, 0);
  return [...new Set(found)].join('\n');
}
