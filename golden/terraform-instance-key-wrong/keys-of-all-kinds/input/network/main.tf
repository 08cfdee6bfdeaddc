output "id" {
  value = "network"
}
