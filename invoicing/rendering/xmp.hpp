#pragma once

#include <string>

namespace invoicing::rendering {

/// What a PDF says about itself, in /Info and in XMP alike.
struct About {
    std::string title;
    std::string author;
    std::string created; // "2026-11-05T09:00:00Z"
};

inline constexpr const char* pdf_producer = "Entremise";

/// The XMP packet of a PDF/A-3B with a Factur-X attachment: pdfaid, dc, xmp, pdf, fx, and the
/// extension schema that PDF/A asks for fx (ISO 19005-3, 6.6.2.3).
std::string xmp_packet(const About& about);

} // namespace invoicing::rendering
