#include "domain/mail/folder_sender.hpp"

#include <filesystem>
#include <fstream>

namespace domain::mail {

namespace fs = std::filesystem;

FolderSender::FolderSender(std::string folder, std::string from)
    : folder_(std::move(folder)), from_(std::move(from))
{
    fs::create_directories(folder_);
    fs::permissions(folder_, fs::perms::owner_all);
}

Delivery FolderSender::send(const Outgoing& mail)
{
    // Renamed when whole, so that whoever watches the folder never reads half a mail.
    const auto path = fs::path(folder_) / (mail.id + ".eml");
    const auto partial = fs::path(path).replace_extension(".part");
    std::ofstream file(partial, std::ios::binary | std::ios::trunc);
    file << mail.bytes;
    file.close();
    std::error_code failed;
    if (file) fs::rename(partial, path, failed);
    if (!file || failed) {
        fs::remove(partial, failed);
        throw NotDelivered("the mail folder cannot be written");
    }
    return Delivery::accepted;
}

} // namespace domain::mail
