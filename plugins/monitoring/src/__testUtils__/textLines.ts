const BLOCK = new Set(['DIV', 'LI', 'P', 'UL', 'TR', 'H1', 'H2', 'H3', 'PRE']);

/**
 * What can be read in an element, a line for each block, with plain spaces; cells of a row are
 * divided by tabs. As `innerText`, which jsdom does not have.
 */
export function textLines(element: Element): string[] {
  const lines: string[] = [''];
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.textContent ?? '';
      return;
    }
    const { tagName } = node as Element;
    if (tagName === 'title' || tagName === 'STYLE') {
      return;
    }
    const isBlock = BLOCK.has(tagName);
    if (isBlock) {
      lines.push('');
    }
    node.childNodes.forEach(child => visit(child));
    if ((tagName === 'TD' || tagName === 'TH') && nextCell(node as Element)) {
      lines[lines.length - 1] += '\t';
    }
    if (isBlock) {
      lines.push('');
    }
  };
  visit(element);
  return lines
    .map(line => line.replace(/[\u202f\u00a0\n ]+/g, ' ').trim())
    .filter(line => line !== '');
}

function nextCell(element: Element): Element | null {
  return element.nextElementSibling;
}
