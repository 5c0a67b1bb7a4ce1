#include "domain/pages/page_store.hpp"

#include "domain/core/check.hpp"
#include "domain/services/service.hpp"
#include "domain/vault/vault.hpp"

namespace domain::pages {

namespace {

constexpr std::string_view content_column = "provider_pages.content";
constexpr std::string_view caption_column = "portfolio_pictures.caption";

struct Row {
    std::string content;
    std::optional<std::string> photo;
    bool is_published = false;
    std::int64_t rating_sum = 0, rating_count = 0, version = 0;
    auto fields()
    {
        return std::tie(content, photo, is_published, rating_sum, rating_count, version);
    }
};

struct PictureRow {
    std::string id, caption;
    auto fields() { return std::tie(id, caption); }
};

std::vector<PortfolioPicture> portfolio_of(Transaction& tx, const AccountId& account)
{
    std::vector<PortfolioPicture> portfolio;
    for (const auto& row : tx.all<PictureRow>(
             "SELECT id, caption FROM portfolio_pictures WHERE account_id = :id ORDER BY id",
             account)) {
        const auto id = FileId::parse(row.id);
        check(id.has_value(), "a stored picture reads back");
        portfolio.push_back(
            {*id, tx.vault.open({caption_column, row.id}, row.caption).value_or("")});
    }
    return portfolio;
}

Page to_page(Transaction& tx, const AccountId& account, const std::optional<Row>& row)
{
    Page page{account};
    if (!row) return page;
    const auto content = tx.vault.open({content_column, account.text()}, row->content);
    if (content) page.content = content_in(*content);
    if (row->photo) page.photo = FileId::parse(*row->photo);
    page.portfolio = portfolio_of(tx, account);
    page.is_published = row->is_published;
    page.rating_sum = row->rating_sum;
    page.rating_count = row->rating_count;
    page.version = row->version;
    return page;
}

} // namespace

Page lock(Transaction& tx, const AccountId& account)
{
    tx.maybe<std::string>("SELECT account_id FROM provider_pages WHERE account_id = :id FOR UPDATE",
                          account);
    return find(tx, account);
}

Page find(Transaction& tx, const AccountId& account)
{
    return to_page(tx, account,
                   tx.maybe<Row>(R"(
        SELECT content, photo_id, is_published, rating_sum, rating_count, version
          FROM provider_pages
         WHERE account_id = :id)",
                                 account));
}

void save(Transaction& tx, const Page& page)
{
    const auto content =
        tx.vault.seal(page.account.text(), Category::profile, {content_column, page.account.text()},
                      written(page.content));
    tx.run(R"(
        INSERT INTO provider_pages (account_id, content, photo_id, is_published, rating_sum,
                                    rating_count, version, updated_at)
        VALUES (:id, :content, :photo, :is_published, 0, 0, 1, :now)
        ON CONFLICT (account_id) DO UPDATE
           SET content = excluded.content, photo_id = excluded.photo_id,
               is_published = excluded.is_published, version = provider_pages.version + 1,
               updated_at = excluded.updated_at)",
           page.account, content, page.photo, page.is_published, tx.now);
}

void insert_picture(Transaction& tx, const AccountId& account, const PortfolioPicture& picture)
{
    const auto& id = picture.id.text();
    tx.run(R"(
        INSERT INTO portfolio_pictures (id, account_id, caption, added_at)
        VALUES (:id, :account, :caption, :at))",
           id, account,
           tx.vault.seal(account.text(), Category::profile, {caption_column, id}, picture.caption),
           tx.now);
}

bool erase_picture(Transaction& tx, const AccountId& account, const FileId& id)
{
    return tx.run("DELETE FROM portfolio_pictures WHERE id = :id AND account_id = :account", id,
                  account) == 1;
}

void project(Transaction& tx, const Page& page, const Seller& seller)
{
    if (!page.is_published) {
        tx.run("DELETE FROM public_pages WHERE account_id = :id", page.account);
        return;
    }
    tx.run(R"(
        INSERT INTO public_pages (account_id, display_name, city, description, skills, portfolio,
                                  is_professional, published_at)
        VALUES (:id, :name, :city, :description, :skills, :portfolio, :is_professional, :now)
        ON CONFLICT (account_id) DO UPDATE
           SET display_name = excluded.display_name, city = excluded.city,
               description = excluded.description, skills = excluded.skills,
               portfolio = excluded.portfolio,
               is_professional = excluded.is_professional)",
           page.account, seller.display_name, page.content.city, page.content.description,
           services::written(page.content.skills), written(page.portfolio), seller.is_professional,
           tx.now);
}

storage::Query<PublicPage, AccountId> public_page_of(const AccountId& account)
{
    return storage::query<PublicPage>(R"(
        SELECT p.account_id, p.display_name, p.city, p.description, p.skills, p.portfolio,
               COALESCE(a.clientele, 'both'), g.photo_id, g.rating_sum, g.rating_count,
               p.published_at, p.is_professional
          FROM public_pages p
          JOIN provider_pages g ON g.account_id = p.account_id
          JOIN accounts a ON a.id = p.account_id
         WHERE p.account_id = :id)",
                                      account);
}

bool is_gone(Transaction& tx, const AccountId& account)
{
    return tx
        .maybe<std::string>("SELECT account_id FROM gone_pages WHERE account_id = :id", account)
        .has_value();
}

void mark_gone(Transaction& tx, const AccountId& account)
{
    tx.run("INSERT INTO gone_pages (account_id, gone_at) VALUES (:id, :now) ON CONFLICT DO NOTHING",
           account, tx.now);
}

void erase_page(Transaction& tx, const AccountId& account)
{
    tx.run("DELETE FROM portfolio_pictures WHERE account_id = :id", account);
    tx.run("DELETE FROM provider_pages WHERE account_id = :id", account);
}

bool shows(Transaction& tx, const FileId& file)
{
    return tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM public_pages p
         WHERE p.account_id IN (SELECT account_id FROM provider_pages WHERE photo_id = :file
                                UNION
                                SELECT account_id FROM portfolio_pictures WHERE id = :file))",
                                file) > 0;
}

std::optional<Rating> add_rating(Transaction& tx, const AccountId& account, std::int64_t sum,
                                 std::int64_t count)
{
    return tx.maybe<Rating>(R"(
        UPDATE provider_pages
           SET rating_sum = rating_sum + :sum, rating_count = rating_count + :count
         WHERE account_id = :id
        RETURNING rating_sum, rating_count)",
                            sum, count, account);
}

} // namespace domain::pages
