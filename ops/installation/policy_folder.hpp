#pragma once

#include <functional>
#include <map>
#include <string>

namespace ops {

/// What is one marketplace's own: policy.json, and the texts that people accept or are shown
/// ("terms.fr.txt": domain/terms names them).
class PolicyFolder {
public:
    /// A built-in one by its name ("retouche": ops/policies/retouche), or one on disk by the path
    /// of the folder or of the policy file in it. Throws std::runtime_error with a sentence for
    /// the operator when there is none.
    explicit PolicyFolder(const std::string& name_or_path);

    /// Whether this is the path of one on disk: it has a slash in it, or ends in .json.
    static bool is_path(const std::string& name_or_path);

    /// The policy file.
    const std::string& policy() const { return policy_; }

    /// By path: the product's texts (ops/texts), and the folder's, as "terms/terms.fr.txt"; where
    /// both have one, the folder's.
    std::map<std::string, std::string, std::less<>> texts() const;

    /// The operator's own sentences for the web site, by path: "site/home.json" of texts/site in
    /// the folder. They go before the product's, key by key.
    const std::map<std::string, std::string, std::less<>>& sentences() const { return sentences_; }

private:
    void take_built_in(const std::string& name);
    void take_from_disk(const std::string& path);

    std::string policy_;
    std::map<std::string, std::string> texts_; // by file name
    std::map<std::string, std::string, std::less<>> sentences_;
};

} // namespace ops
