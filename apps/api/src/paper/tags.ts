/** What the parts of a tagged document are, in the order in which they are read aloud (ISO 32000-1, 14.8). */
export interface Tags {
  /** A heading, a paragraph: what is drawn within is read as that. */
  part(kind: 'H1' | 'H2' | 'P', draw: () => void): void;
  /** A picture that says something; `alt` is what. */
  figure(alt: string, draw: () => void): void;
  /** What is there for the eye alone. */
  ornament(draw: () => void): void;
}

/** Opens a document's tags; each section is a page that is there already, whose parts are drawn at once. */
export function openTags(doc: PDFKit.PDFDocument) {
  const document = doc.struct('Document');
  doc.addStructure(document);
  return {
    section(title: string, draw: (tags: Tags) => void): void {
      const section = doc.struct('Sect', { title });
      document.add(section);
      draw({
        part: (kind, work) => void section.add(doc.struct(kind, {}, [work])),
        figure: (alt, work) => void section.add(doc.struct('Figure', { alt }, [work])),
        ornament: (work) => {
          doc.markContent('Artifact', { type: 'Layout' });
          work();
          doc.endMarkedContent();
        },
      });
      section.end();
    },
    end: () => void document.end(),
  };
}
