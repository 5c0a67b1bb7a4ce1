#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/pipeline/app.hpp"
#include "api/site/frame/dictionary.hpp"
#include "domain/core/refused.hpp"
#include "domain/platform/platform.hpp"

namespace api::site::about {

/// One thing that the operator says of itself, under its label.
struct FactView {
    frame::Sentence label{};
    domain::Say value{};
    frame::Sentence lacking{}; // in place of the value, while developing
    void shown(frame::Dictionary& into) const;
};

/// A list of them. What is not given is left out, except in development: there its key in [company]
/// is told.
class Facts {
public:
    explicit Facts(const App& app);

    /// `label` is a key of the site's sentences.
    Facts& add(std::string_view label, const std::string& value, std::string_view key = "");
    Facts& add(std::string_view label, const domain::Say& value);

    const std::vector<FactView>& all() const { return all_; }

private:
    bool is_development_;
    std::vector<FactView> all_{};
};

/// "1 rue de la Paix, 75002 Paris".
std::string in_one_line(const domain::platform::PostalAddress& address);

/// The address that answers to users, and to authorities (articles 11 and 12 of the DSA).
const std::string& users_email(const domain::Platform& platform);
const std::string& authorities_email(const domain::Platform& platform);

/// The address that answers about personal data.
const std::string& officer_email(const domain::Platform& platform);

/// The address that answers to whoever something of the site stops.
const std::string& accessibility_email(const domain::Platform& platform);

/// "français, anglais".
domain::Say contact_languages(const domain::Platform& platform);

} // namespace api::site::about
