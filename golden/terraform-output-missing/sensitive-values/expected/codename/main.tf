output "word" {
  value     = "pelican"
  sensitive = true
}
