resource "aws_route53_health_check" "web"   {
   fqdn="www.example.com"
   type   = "HTTP"
   port=80
}

resource "aws_route53_health_check" "queue" {
    type                = "CLOUDWATCH_METRIC"
    cloudwatch_alarm_name = "queue"
    cloudwatch_alarm_region="us-east-2"
    insufficient_data_health_status  =  "Unhealthy"
}
