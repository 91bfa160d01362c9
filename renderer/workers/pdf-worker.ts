/** Reads PDF files off the main thread: the library's own worker, which listens as soon as it is loaded. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
