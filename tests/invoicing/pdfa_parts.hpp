#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <functional>
#include <string>
#include <vector>

/// The parts of missing_for_factur_x(): each adds a word for every requirement that is not met.
/// Numbers are clauses of ISO 19005-3.
namespace tests {

using Names = std::vector<std::string>;
using Object = QPDFObjectHandle;

/// Everything in the file, what stands inside other things too, each once.
void for_each_object(QPDF& pdf, const std::function<void(Object)>& look);

/// 6.2.11
void check_fonts(QPDF& pdf, Names& missing);

/// 6.1.7, 6.2.4, 6.2.10, 6.3 and 6.5: what the pages are drawn with, and that they do nothing else.
void check_pages(QPDF& pdf, Names& missing);

} // namespace tests
