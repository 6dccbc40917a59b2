() => { // every text twice as large and nothing else, as a browser shows it to somebody who enlarges text alone
  const twice = (style, name, value) => {
    const size = /^([\d.]+)px$/.exec(value);
    if (size) {
      style.setProperty(name, 2 * size[1] + 'px', style.getPropertyPriority(name));
    }
  };
  // A font with a variable in it has no parts that a script can read: then what came of it says its size.
  const sizeOf = (rule) => {
    const one = [...rule.style].includes('font-size') && document.querySelector(rule.selectorText);
    return rule.style.fontSize || (one ? getComputedStyle(one).fontSize : '');
  };
  const enlarge = (rules) => [...rules].forEach((rule) => {
    if (rule.style) {
      twice(rule.style, 'font-size', sizeOf(rule));
      twice(rule.style, 'line-height', rule.style.lineHeight);
    }
    enlarge(rule.cssRules || []);
  });
  [...document.styleSheets].forEach((sheet) => enlarge(sheet.cssRules));
}
