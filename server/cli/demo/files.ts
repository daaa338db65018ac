import sharp from 'sharp';
import type { StoryFile } from './stories.ts';

export interface DemoFile {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** A small real file of the kind, with the ticket's own words in it. */
export async function makeFile(kind: StoryFile, title: string): Promise<DemoFile> {
  switch (kind) {
    case 'screenshot':
      return {
        name: 'screenshot.png',
        mediaType: 'image/png',
        content: await drawDialog(title),
      };
    case 'offer':
      return { name: 'offer.pdf', mediaType: 'application/pdf', content: makePdf('Offer', title) };
    case 'guide':
      return { name: 'guide.pdf', mediaType: 'application/pdf', content: makePdf('Guide', title) };
    case 'log':
      return { name: 'client.txt', mediaType: 'text/plain', content: makeLog(title) };
  }
}

/** An error message as it is on a photo of a screen: a window with a sign and two buttons. */
function drawDialog(title: string): Promise<Buffer> {
  const hue = [...title].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 360;
  const text = escapeXml(title.length > 48 ? `${title.slice(0, 47)}…` : title);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">
    <rect width="640" height="360" fill="hsl(${hue}, 35%, 45%)"/>
    <rect x="90" y="80" width="460" height="200" rx="8" fill="#f7f7f7"/>
    <rect x="90" y="80" width="460" height="34" rx="8" fill="#3b4252"/>
    <circle cx="140" cy="165" r="26" fill="#c0392b"/>
    <path d="M130 155 l20 20 m0 -20 l-20 20" stroke="#fff" stroke-width="5"/>
    <text x="190" y="160" font-family="sans-serif" font-size="15" fill="#222">${text}</text>
    <text x="190" y="186" font-family="sans-serif" font-size="13" fill="#555">0x80070035</text>
    <rect x="350" y="232" width="84" height="30" rx="4" fill="#2d6cdf"/>
    <rect x="446" y="232" width="84" height="30" rx="4" fill="#d0d0d0"/>
  </svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}

/** One page of A4 with a heading and a line, built by hand (ISO 32000-1, 7.5). */
function makePdf(heading: string, line: string): Buffer {
  const stream = `BT /F1 24 Tf 72 760 Td (${pdfText(heading)}) Tj /F1 12 Tf 0 -36 Td (${pdfText(line)}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1');
}

function makeLog(title: string): Buffer {
  const lines = Array.from({ length: 40 }, (_, index) => {
    const time = `08:${String(index).padStart(2, '0')}:17`;
    return index % 13 === 12
      ? `${time} ERROR connection closed by peer (${title})`
      : `${time} INFO  keep-alive ${index * 30} s, latency ${18 + ((index * 7) % 11)} ms`;
  });
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Helvetica knows Latin-1 only; brackets and backslashes have a meaning in PDF strings. */
const pdfText = (text: string) =>
  text.replace(/[^\x20-\x7e\u00a0-\u00ff]/g, '-').replace(/[()\\]/g, '\\$&');

const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);
