output "cloud_run_url" {
  description = "URL of the Cloud Run service"
  value       = google_cloud_run_service.api.status[0].url
}

output "dns_zone_name_servers" {
  description = "Name servers of the Cloud DNS zone"
  value       = google_dns_managed_zone.main.name_servers
}

output "instance_ids" {
  description = "IDs of the Compute Engine instances"
  value       = google_compute_instance.worker[*].id
}

output "cosmosdb_endpoint" {
  description = "Endpoint of the Cosmos DB account"
  value       = azurerm_cosmosdb_account.main.endpoint
  sensitive   = true
}

output "static_web_app_hostname" {
  description = "Host name of the static web app"
  value       = azurerm_static_web_app.site.default_host_name
}
