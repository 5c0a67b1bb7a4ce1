#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/storage/database.hpp"
#include "invoicing/archive/archive_store.hpp"
#include "invoicing/issuing/documents.hpp"
#include "invoicing/issuing/finding.hpp"

namespace invoicing::archive {

/// A link of a document with the hash that its own follows from.
struct ShownLink {
    issuing::Evidence evidence;
    std::string hash_before;
};

/// One document as an export takes it: with its files where they are what was issued, be it made
/// again; else all that is trusted of it is its link, and it is damaged or, without a damage,
/// destroyed in due time.
struct Exported {
    Link link;
    Direction direction = Direction::issued;
    std::vector<ShownLink> links{};            // its own, then those of its files
    std::optional<issuing::Summary> invoice{}; // nothing: it is not given out
    std::string xml{};
    std::optional<issuing::Document> pdf{}; // nothing: it is not rendered yet
    std::optional<issuing::Damage> damage{};
    issuing::Findings found{};

    /// What is damaged of it as it rests here, though its files are given out.
    std::vector<issuing::Damage> all_damages() const;

    /// Which of its files were made again because of that: "pdf", "xml".
    std::vector<std::string> remade() const;
};

/// Reads it in a short unit of work of its own; restores a PDF that was lost or changed. Whatever
/// is wrong with this document is told in it, and kept, so that it keeps no other from being
/// exported.
Exported exported(domain::Database& db, const Reached& reached);

} // namespace invoicing::archive
