output "auditors" {
  value = ["prod-auditors" "others"]
}
