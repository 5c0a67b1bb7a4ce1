#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "api/site/frame/markers.hpp"
#include "api/site/frame/template_text.hpp"
#include "domain/core/language.hpp"

namespace api::site::frame {

class Assets;
class Sentences;

/// Every template in both languages, compiled once. Escaping follows the place of a marker and is
/// on for all of them. Beside the markers of its view ({{MARKER}}, {{#SECTION}}, {{>PART}}) a
/// template says, in lower case, what is known at start:
///   {{t home.title}}       a sentence that needs no arguments
///   {{to /services}}       the address of a page, in the page's language
///   {{asset mark.svg}}     the address of an asset
///   {{icon star}}          an icon of the sprite
class Templates {
public:
    using Files = std::map<std::string, std::string, std::less<>>; // "market/home.html": its text

    Templates(const Files& files, const Sentences& sentences, const Assets& assets);
    ~Templates();
    Templates(const Templates&) = delete;
    Templates& operator=(const Templates&) = delete;

    /// What is wrong with them: words, unknown sentences, markers that differ from the view's, a
    /// template that nobody shows.
    const std::vector<std::string>& faults() const { return faults_; }

    std::string shown(std::string_view html, domain::Language language,
                      const std::function<void(Dictionary&)>& fill) const;

private:
    struct Compiled; // the library's headers stay out of everybody's

    std::string compile(const std::string& html, std::string_view text, const Known& known,
                        std::vector<std::string>& faults);
    void compare(std::map<std::string, Markers, std::less<>> named);

    const Sentences& sentences_;
    std::unique_ptr<Compiled> compiled_;
    std::vector<std::string> faults_;
};

} // namespace api::site::frame
