// Times Meta's indexes for the bench: rows and queries are files of 32 bytes a hash. Compiled against a copy of
// ThreatExchange that is not part of this project.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <pdq/cpp/index/flat.h>
#include <pdq/cpp/index/mih.h>

using facebook::pdq::hashing::Hash256;

static std::vector<Hash256> readHashes(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<Hash256> hashes(bytes.size() / 32);
  for (size_t i = 0; i < hashes.size(); i++) memcpy(hashes[i].w, bytes.data() + 32 * i, 32);
  return hashes;
}

static double now() {
  return double(std::clock()) / CLOCKS_PER_SEC; // processor time, as the rest of the bench
}

static double residentBytes() {
  std::ifstream file("/proc/self/statm");
  double pages = 0, resident = 0;
  file >> pages >> resident;
  return resident * 4096;
}

static void tell(const char* name, double seconds, size_t queries, size_t found, double bytes, double built) {
  printf("{\"name\":\"%s\",\"usPerQuery\":%f,\"queries\":%zu,\"found\":%zu,\"bytesPerHash\":%f,\"buildSeconds\":%f}\n", name,
      seconds / queries * 1e6, queries, found, bytes, built);
  fflush(stdout);
}

int main(int count, char** words) {
  if (count < 4) return 2;
  const auto rows = readHashes(words[1]);
  auto asked = readHashes(words[2]);
  asked.resize(std::min<size_t>(asked.size(), std::max(8, atoi(words[3])) / 8 * 8));

  size_t found = 0;
  double start = now();
  for (size_t i = 0; i < asked.size(); i += 8) {
    std::array<Hash256, 8> eight;
    std::copy(asked.begin() + i, asked.begin() + i + 8, eight.begin());
    std::vector<std::pair<size_t, size_t>> matches;
    facebook::pdq::index::Flat flat(eight);
    flat.queryAll(rows.data(), rows.size(), 31, matches);
    found += matches.size();
  }
  tell(facebook::pdq::index::Flat::SIMD_ACCELERATED ? "Meta Flat, AVX-512" : "Meta Flat", now() - start, asked.size(), found,
      32, 0);

  const double before = residentBytes();
  start = now();
  facebook::pdq::index::MIH256<int> index;
  for (size_t i = 0; i < rows.size(); i++) index.insert(rows[i], static_cast<int>(i));
  const double built = now() - start;
  const double bytes = (residentBytes() - before) / rows.size();
  found = 0;
  start = now();
  for (const auto& query : asked) {
    std::vector<std::pair<Hash256, int>> matches;
    index.queryAll(query, 31, matches);
    found += matches.size();
  }
  tell("Meta MIH", now() - start, asked.size(), found, bytes, built);
}
