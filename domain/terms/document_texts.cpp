#include "domain/terms/document_texts.hpp"

#include <algorithm>

namespace domain::terms {

namespace {

/// The first thing in `text` that platform::filled() would stumble over; "" for nothing.
std::string unfillable(std::string_view text,
                       const std::vector<std::pair<std::string_view, std::string>>& values)
{
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == text.npos) return "a { without its }";
        const auto name = text.substr(open + 1, close - open - 1);
        const bool is_known = std::any_of(values.begin(), values.end(),
                                          [&](const auto& pair) { return pair.first == name; });
        if (!is_known) return "{" + std::string(name) + "}";
    }
    return "";
}

} // namespace

std::string version_of(const Platform& platform, Document document)
{
    return document == Document::invoicing_mandate ? platform.mandate_version
                                                   : platform.terms_version;
}

std::string path_of(Document document, Language language)
{
    return "terms/" + std::string(name(document)) + "." + std::string(name(language)) + ".txt";
}

std::vector<std::pair<std::string_view, std::string>> values_for(const Platform& platform,
                                                                 Document document)
{
    const auto& company = platform.company;
    const auto& address = company.address;
    return {{"platform", platform.name},
            {"company", company.name},
            {"legal_form", company.legal_form},
            {"capital", company.capital},
            {"siren", company.siren},
            {"rcs_city", company.rcs_city},
            {"address", address.line1 + ", " + address.postcode + " " + address.city},
            {"contact", company.contact_email},
            {"version", version_of(platform, document)}};
}

std::vector<std::string> faults_of(const std::map<std::string, std::string, std::less<>>& texts,
                                   const Platform& platform)
{
    std::vector<std::string> faults;
    for (const auto document : all_documents) {
        for (const auto language : values_of<Language>()) {
            const auto path = path_of(document, language);
            const auto text = texts.find(path);
            if (text == texts.end()) {
                faults.push_back(path + " is missing");
                continue;
            }
            const auto fault = unfillable(text->second, values_for(platform, document));
            if (!fault.empty()) faults.push_back(path + " has " + fault);
        }
    }
    return faults;
}

} // namespace domain::terms
