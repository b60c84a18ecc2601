// What a page must be for everybody, asked of the page itself. The numbers are those of WCAG 2.2, level AA.

const TEXT_CONTRAST = 4.5;    // 1.4.3
const CONTROL_CONTRAST = 3;   // 1.4.11
const CONTROLS = 'a[href], button, input:not([type=hidden]), textarea, select, [tabindex="0"]';

function channels(color) {
    const match = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(color);
    if (!match) {
        throw new Error('No colour that this script knows: ' + color);
    }
    return [+match[1], +match[2], +match[3], match[4] === undefined ? 1 : +match[4]];
}

function over(top, bottom) {
    return [0, 1, 2].map(i => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
}

function background(element) {
    if (!element) {
        return [255, 255, 255, 1];
    }
    const style = getComputedStyle(element);
    if (style.backgroundImage !== 'none' || style.opacity !== '1') {
        throw new Error('This script knows no pictures and no opacity: ' + element.tagName);
    }
    return over(channels(style.backgroundColor), background(element.parentElement));
}

function luminance(color) {
    const [r, g, b] = color.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(color, behind) {
    const [light, dark] = [luminance(over(channels(color), behind)), luminance(behind)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
}

function isVisible(element) {
    return element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
}

function name(element) {
    const label = element.getAttribute('aria-label') || (element.labels && element.labels[0] || element).innerText;
    return element.tagName.toLowerCase() + ' ' + label.trim().split('\n')[0];
}

function textElements() {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const elements = new Set(document.querySelectorAll('input:not([type=hidden]), textarea'));
    while (texts.nextNode()) {
        if (texts.currentNode.data.trim()) {
            elements.add(texts.currentNode.parentElement);
        }
    }
    return [...elements].filter(isVisible);
}

/** Texts that do not stand out from what is behind them, with their contrast. */
function paleTexts() {
    const elements = textElements();
    if (elements.length < 5) {
        throw new Error('A page with hardly a text cannot be judged');
    }
    return elements.map(element => [element, contrast(getComputedStyle(element).color, background(element))])
            .filter(([, ratio]) => ratio < TEXT_CONTRAST)
            .map(([element, ratio]) => ratio.toFixed(2) + ' ' + name(element));
}

/** Fields and buttons whose borders do not stand out from what is around them. */
function faintControls() {
    return [...document.querySelectorAll('button, textarea, input:not([type=hidden], [type=checkbox])')]
            .filter(isVisible)
            .filter(element => contrast(getComputedStyle(element).borderTopColor, background(element.parentElement))
                    < CONTROL_CONTRAST)
            .map(name);
}

/** What the keyboard must reach, in the order in which it is read. */
function controls() {
    return [...document.querySelectorAll(CONTROLS)].filter(isVisible).map(name);
}

/** Where the keyboard is, and whether that can be seen. */
function focused() {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isShown = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            && contrast(style.outlineColor, background(element.parentElement)) >= CONTROL_CONTRAST;
    return name(element) + (isShown ? '' : ', out of sight') + (isMarked ? '' : ', without an outline');
}

/** What a screen reader would stumble over. */
function flaws() {
    const found = [];
    const all = selector => [...document.querySelectorAll(selector)];
    const expect = (holds, flaw) => holds || found.push(flaw);
    expect(document.documentElement.lang === 'en', 'no language');
    expect(/^.+ · Flaskr$/.test(document.title), 'no title of its own');
    expect(all('h1').length === 1, 'not one h1');
    expect(all('main').length === 1, 'not one main');
    all('input:not([type=hidden]), textarea').forEach(field =>
            expect(field.labels.length === 1 && field.labels[0].innerText.trim(), 'no label: ' + field.name));
    all('button, a').forEach(control => expect(control.textContent.trim(), 'nothing in a ' + control.tagName));
    all('[id]').forEach(element => expect(all('#' + element.id).length === 1, 'twice the id ' + element.id));
    all('[aria-labelledby], [aria-describedby]').forEach(element => {
        const id = element.getAttribute('aria-labelledby') || element.getAttribute('aria-describedby');
        expect(document.getElementById(id), 'refers to nothing: ' + id);
    });
    all('.flash').forEach(flash => expect(flash.closest('[role=status]'), 'a message that is not announced'));
    all('.problem').forEach(problem => expect(problem.matches('[role=alert]'), 'a problem that is not announced'));
    all('[tabindex]').forEach(element => expect(element.tabIndex <= 0, 'out of order: ' + name(element)));
    all('th').forEach(header => expect(header.scope, 'a header of nothing: ' + header.innerText));
    return found;
}

/** How many CSS pixels of the page's width are out of sight. */
function cutOff() {
    const page = document.documentElement;
    return page.scrollWidth - page.clientWidth;
}
