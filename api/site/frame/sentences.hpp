#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/sentence.hpp"
#include "domain/core/language.hpp"

namespace api::site::frame {

/// Every sentence of the site in both languages, read once at start. What stands in an operator's
/// own file goes before ours, key by key.
class Sentences {
public:
    /// Texts by path: "site/home.json" = {"key": {"fr": "…", "en": "…"}} in ICU MessageFormat.
    using Texts = std::map<std::string, std::string, std::less<>>;

    /// Faults are collected: a language that is missing, a message that does not parse, arguments
    /// that differ between the languages, a key of the operator's that is none of ours.
    Sentences(const Texts& ours, const Texts& operators, std::string brand);
    ~Sentences();
    Sentences(const Sentences&) = delete;
    Sentences& operator=(const Sentences&) = delete;

    /// The words; a key that does not exist is a Bug, a missing argument too.
    std::string in(domain::Language language, const Sentence& sentence) const;

    bool has(std::string_view key) const;
    /// Whether it needs nothing but {brand}: then a template may name it.
    bool is_complete(std::string_view key) const;

    const std::vector<std::string>& faults() const { return faults_; }
    std::vector<std::string> keys() const;

    /// What is in force, "16 hexadecimal digits": changes with any word.
    const std::string& hash() const { return hash_; }

private:
    struct Message; // ICU's headers stay out of everybody's

    /// Throws with what is wrong.
    void take(const std::string& key, std::unique_ptr<Message> message, bool is_ours);

    std::map<std::string, std::unique_ptr<Message>, std::less<>> messages_;
    std::vector<std::string> faults_;
    std::string brand_, hash_;
};

} // namespace api::site::frame
