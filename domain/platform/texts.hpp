#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace domain::platform {

/// The texts for people (ops/texts), by path: "terms/terms.fr.txt", "mails/quote_sent.json".
class Texts {
public:
    Texts() = default;
    explicit Texts(std::map<std::string, std::string, std::less<>> by_path)
        : by_path_(std::move(by_path))
    {
    }

    /// The text; one that does not exist is a bug.
    const std::string& at(std::string_view path) const;

private:
    std::map<std::string, std::string, std::less<>> by_path_;
};

/// `text` with every {name} replaced by its value; a name without a value is a bug. Values are
/// not looked into again.
std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string>>& values);

} // namespace domain::platform
