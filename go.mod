module github.com/seed05c9d22b/newstext

go 1.26
