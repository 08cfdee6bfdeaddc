output "opensearch_endpoint" {
  description = "Endpoint of the OpenSearch domain"
  value       = aws_opensearch_domain.search.endpoint
  sensitive   = true
}

output "elasticsearch_endpoint" {
  description = "Endpoint of the Elasticsearch domain"
  value       = aws_elasticsearch_domain.logs.endpoint
  sensitive   = true
}

output "rds_endpoint" {
  description = "Endpoint of the RDS instance"
  value       = aws_db_instance.orders.endpoint
  sensitive   = true
}

output "eks_cluster_endpoint" {
  description = "Endpoint of the EKS cluster"
  value       = aws_eks_cluster.shop.endpoint
}
