package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is known of an attached file; its bytes are elsewhere. */
@Entity(name = "ItsmAttachment")
@Table(name = "itsm_attachment")
@Cacheable(false)
class AttachmentEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ticket_id", nullable = false, length = 36)
    String ticketId = "";

    @Column(name = "file_name", nullable = false, length = 255)
    String fileName = "";

    @Column(name = "media_type", nullable = false, length = 255)
    String mediaType = "";

    @Column(name = "size_bytes", nullable = false)
    long size;

    @Column(name = "sha256", nullable = false, length = 64)
    String sha256 = "";

    @Column(name = "visibility", nullable = false, length = 20)
    String visibility = "";

    @Column(name = "attached_by", nullable = false, length = 100)
    String attachedBy = "";

    @Column(name = "attached_at", nullable = false)
    long at;

    AttachmentEntity() {}

    @Override
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    @Override
    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public String getTicketId() {
        return ticketId;
    }

    public void setTicketId(String ticketId) {
        this.ticketId = ticketId;
    }

    public String getFileName() {
        return fileName;
    }

    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getMediaType() {
        return mediaType;
    }

    public void setMediaType(String mediaType) {
        this.mediaType = mediaType;
    }

    public long getSize() {
        return size;
    }

    public void setSize(long size) {
        this.size = size;
    }

    public String getSha256() {
        return sha256;
    }

    public void setSha256(String sha256) {
        this.sha256 = sha256;
    }

    public String getVisibility() {
        return visibility;
    }

    public void setVisibility(String visibility) {
        this.visibility = visibility;
    }

    public String getAttachedBy() {
        return attachedBy;
    }

    public void setAttachedBy(String attachedBy) {
        this.attachedBy = attachedBy;
    }

    public long getAt() {
        return at;
    }

    public void setAt(long at) {
        this.at = at;
    }
}
