output "project_name" {
  value = local.project_name
}
