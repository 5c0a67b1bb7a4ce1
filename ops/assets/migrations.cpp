#include "ops/assets/migrations.hpp"

#include "ops/assets/embedded.hpp"

namespace ops {

namespace {

std::vector<domain::storage::Migration> in(std::string_view folder)
{
    std::vector<std::pair<std::string_view, std::string_view>> files;
    for (const auto& file : embedded())
        files.emplace_back(file.path, file.text);
    return domain::storage::migrations_in(folder, files);
}

} // namespace

std::vector<domain::storage::Migration> migrations()
{
    return in("ops/migrations/");
}

std::vector<domain::storage::Migration> key_migrations()
{
    return in("ops/migrations/keys/");
}

} // namespace ops
